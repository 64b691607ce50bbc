import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The values of the indexed fields of one collection, in memory: an array for each field, a row for each document. Reading a
 * hundred thousand values of a field takes about a millisecond, so that rows are searched, counted, summed and put in order
 * without any tree, and only the documents that are asked for are read. Rows stay dense: the last one fills a gap.
 */
final class Columns {
  /** What stands for values that only the document itself can tell; `Missing` and null stand for themselves. */
  enum Odd {
    /** A document: equal to no plain value, comparable with none. */
    DOCUMENT,
    /** An empty list, or a field within one. */
    EMPTY,
    /** A list, or a kind of value that is not used here. */
    UNKNOWN
  }

  /** Different values of a field that are kept once, however often they occur. */
  private static final int KEPT_ONCE = 20_000;

  private static final class Column {
    final String[] path;
    Object[] values = new Object[16];
    int odd = 0;
    final Map<Object, Object> known = new HashMap<>();

    Column(String field) { path = field.split("\\."); }

    void set(int row, Document document) {
      Object value = shared(plain(valueAt(document, path)));
      if (row >= values.length) values = Arrays.copyOf(values, values.length * 2);
      if (value instanceof Odd) odd++;
      values[row] = value;
    }

    void clear(int row) {
      if (values[row] instanceof Odd) odd--;
      values[row] = null;
    }

    private Object shared(Object value) {
      if (known.size() >= KEPT_ONCE) return known.getOrDefault(value, value);
      Object first = known.putIfAbsent(value, value);
      return first == null ? value : first;
    }
  }

  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final Map<Object, Integer> rows = new HashMap<>();
  private Object[] positions = new Object[16];
  private int size = 0;

  Columns(Iterable<String> fields) {
    for (String field : fields) columns.put(field, new Column(field));
  }

  int size() { return size; }

  Object position(int row) { return positions[row]; }

  /** The values of a field by row; null when the field has no column. */
  Object[] of(String field) {
    if (field.equals("_id")) return positions;
    Column column = columns.get(field);
    return column == null ? null : column.values;
  }

  /** Whether a field has a column and nothing but plain values in it. */
  boolean isPlain(String field) {
    if (field.equals("_id")) return true;
    Column column = columns.get(field);
    return column != null && column.odd == 0;
  }

  void put(Object position, Document document) {
    Integer known = rows.get(position);
    int row = known == null ? size++ : known;
    if (known == null) {
      if (row >= positions.length) positions = Arrays.copyOf(positions, positions.length * 2);
      positions[row] = position;
      rows.put(position, row);
    }
    for (Column column : columns.values()) {
      if (known != null) column.clear(row);
      column.set(row, document);
    }
  }

  void remove(Object position) {
    int row = rows.remove(position);
    int last = --size;
    for (Column column : columns.values()) {
      column.clear(row);
      column.values[row] = column.values[last];
      column.values[last] = null;
    }
    positions[row] = positions[last];
    positions[last] = null;
    if (row != last) rows.put(positions[row], row);
  }

  /** A value as it is kept and compared: itself when it is plain, else its {@link Odd} kind. */
  static Object plain(Object value) {
    if (value == null || value instanceof Missing || value instanceof String || value instanceof Boolean) return value;
    if (value instanceof Integer || value instanceof Instant || value instanceof Odd) return value;
    if (value instanceof Long) return Math.abs((Long) value) < 1L << 53 ? value : Odd.UNKNOWN;
    if (value instanceof Double) return Double.isNaN((Double) value) ? Odd.UNKNOWN : value;
    if (value instanceof Document) return Odd.DOCUMENT;
    return value instanceof Collection && ((Collection<?>) value).isEmpty() ? Odd.EMPTY : Odd.UNKNOWN;
  }

  private static Object valueAt(Document document, String[] path) {
    Object value = document;
    for (String name : path) {
      if (value instanceof Collection) return ((Collection<?>) value).isEmpty() ? Odd.EMPTY : Odd.UNKNOWN;
      if (!(value instanceof Document)) return Missing.getInstance();
      value = ((Document) value).getOrMissing(name);
    }
    return value;
  }
}
