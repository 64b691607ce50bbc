import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/** `$group` over columns: fields, constants, `$cond` and comparisons, summed by `$sum`. */
final class RowGroups {
  /** The columns cannot tell; the documents themselves must be read. */
  static final class Untold extends RuntimeException {
    Untold() { super(null, null, false, false); }
  }

  private interface Value {
    Object at(int row);
  }

  /** Integers are added as such; one double among them makes the sum a double. */
  private static final class Sum {
    long whole = 0;
    double broken = 0;
    boolean isBroken = false;

    void add(Object value) {
      if (value == Columns.Odd.UNKNOWN) throw new Untold();
      if (value instanceof Double) {
        broken += (Double) value;
        isBroken = true;
      } else if (value instanceof Number) {
        whole += ((Number) value).longValue();
      }
    }

    Number total() {
      if (isBroken) return whole + broken;
      return (int) whole == whole ? (Number) (int) whole : (Number) whole;
    }
  }

  private final Columns columns;
  /** Names of the parts of the key; null when the key is one value. */
  private final String[] keyNames;
  private final Value[] keys;
  private final String[] sumNames;
  private final Value[] sums;

  /** Throws {@link Untold} for an expression that is not one of ours. */
  RowGroups(Document group, Columns columns) {
    this.columns = columns;
    Object id = group.get("_id");
    boolean isDocument = id instanceof Document && ((Document) id).keySet().stream().noneMatch(name -> name.startsWith("$"));
    keyNames = isDocument ? ((Document) id).keySet().toArray(String[]::new) : null;
    keys = isDocument
      ? ((Document) id).values().stream().map(this::value).toArray(Value[]::new)
      : new Value[] {value(id)};
    sumNames = group.keySet().stream().filter(name -> !name.equals("_id")).toArray(String[]::new);
    sums = Arrays.stream(sumNames).map(name -> value(summed(group.get(name)))).toArray(Value[]::new);
  }

  List<Document> of(int[] rows) {
    Map<Object, Sum[]> groups = new HashMap<>();
    for (int row : rows) {
      Sum[] totals = groups.computeIfAbsent(keyOf(row), fresh -> freshSums());
      for (int part = 0; part < sums.length; part++) totals[part].add(sums[part].at(row));
    }
    List<Document> answer = new ArrayList<>();
    groups.forEach((key, totals) -> {
      Document document = new Document("_id", idOf(key));
      for (int part = 0; part < sums.length; part++) document.put(sumNames[part], totals[part].total());
      answer.add(document);
    });
    return answer;
  }

  private Sum[] freshSums() {
    Sum[] fresh = new Sum[sums.length];
    Arrays.setAll(fresh, part -> new Sum());
    return fresh;
  }

  /** Equal numbers of different kinds are one key; what is missing is the same as null, but for a part of a key. */
  private Object keyOf(Object value) {
    if (value instanceof Columns.Odd) throw new Untold();
    if (value instanceof Missing) return keyNames == null ? null : value;
    return value instanceof Number ? (Object) (((Number) value).doubleValue() + 0.0) : value;
  }

  private Object keyOf(int row) {
    if (keyNames == null) return keyOf(keys[0].at(row));
    Object[] parts = new Object[keys.length];
    for (int part = 0; part < keys.length; part++) parts[part] = keyOf(keys[part].at(row));
    return Arrays.asList(parts);
  }

  private Object idOf(Object key) {
    if (keyNames == null) return key;
    List<?> parts = (List<?>) key;
    Document id = new Document();
    for (int part = 0; part < keyNames.length; part++)
      if (!(parts.get(part) instanceof Missing)) id.put(keyNames[part], parts.get(part));
    return id;
  }

  private static Object summed(Object accumulator) {
    if (!(accumulator instanceof Document) || !((Document) accumulator).keySet().equals(Set.of("$sum"))) throw new Untold();
    return ((Document) accumulator).get("$sum");
  }

  private Value value(Object expression) {
    if (expression instanceof Document) return operation((Document) expression);
    if (expression instanceof Collection) throw new Untold();
    if (!(expression instanceof String) || !((String) expression).startsWith("$")) return row -> expression;
    Object[] values = columns.of(((String) expression).substring(1));
    if (values == null) throw new Untold();
    return row -> values[row];
  }

  private Value operation(Document expression) {
    if (expression.size() != 1) throw new Untold();
    String operator = expression.keySet().iterator().next();
    if (!(expression.get(operator) instanceof List)) throw new Untold();
    Value[] parts = ((List<?>) expression.get(operator)).stream().map(this::value).toArray(Value[]::new);
    if (operator.equals("$cond") && parts.length == 3)
      return row -> (isTrue(parts[0].at(row)) ? parts[1] : parts[2]).at(row);
    if (parts.length != 2) throw new Untold();
    IntPredicate fits = comparison(operator);
    return row -> fits.test(compare(parts[0].at(row), parts[1].at(row)));
  }

  private static IntPredicate comparison(String operator) {
    switch (operator) {
      case "$eq": return order -> order == 0;
      case "$ne": return order -> order != 0;
      case "$lt": return order -> order < 0;
      case "$lte": return order -> order <= 0;
      case "$gt": return order -> order > 0;
      case "$gte": return order -> order >= 0;
      default: throw new Untold();
    }
  }

  /** A document comes after nothing at all; its place among others is not needed here. */
  private static int compare(Object left, Object right) {
    if (left == Columns.Odd.DOCUMENT && Plain.isNothing(right)) return 1;
    if (right == Columns.Odd.DOCUMENT && Plain.isNothing(left)) return -1;
    if (left instanceof Columns.Odd || right instanceof Columns.Odd) throw new Untold();
    return Plain.compare(left, right);
  }

  private static boolean isTrue(Object value) {
    if (value instanceof Number) return ((Number) value).doubleValue() != 0;
    return !Plain.isNothing(value) && !Boolean.FALSE.equals(value);
  }
}
