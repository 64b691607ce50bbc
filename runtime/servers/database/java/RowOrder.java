import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;

/** The order in which a sort puts rows; rows of equal values keep one order among themselves. */
final class RowOrder {
  private final Object[][] values;
  private final int[] directions;

  private RowOrder(Object[][] values, int[] directions) {
    this.values = values;
    this.directions = directions;
  }

  /** Null when the columns cannot tell the order; by `_id` when none is asked for. */
  static RowOrder of(Document asked, Columns columns) {
    Document order = asked == null || asked.isEmpty() ? new Document("_id", 1) : asked;
    String[] fields = order.keySet().toArray(String[]::new);
    if (!Arrays.stream(fields).allMatch(columns::isPlain)) return null;
    return new RowOrder(
      Arrays.stream(fields).map(columns::of).toArray(Object[][]::new),
      Arrays.stream(fields).mapToInt(field -> ((Number) order.get(field)).intValue() < 0 ? -1 : 1).toArray());
  }

  private int compare(int left, int right) {
    for (int key = 0; key < values.length; key++) {
      int order = Plain.compare(values[key][left], values[key][right]);
      if (order != 0) return order * directions[key];
    }
    return Integer.compare(left, right);
  }

  /** The rows from `from` to `to` of the whole in order. What lies before and after is set apart, never sorted. */
  int[] window(int[] rows, int from, int to) {
    if (from >= to) return new int[0];
    if (from > 0) partition(rows, 0, rows.length - 1, from);
    if (to < rows.length) partition(rows, from, rows.length - 1, to);
    Integer[] sorted = Arrays.stream(rows, from, to).boxed().toArray(Integer[]::new);
    Arrays.sort(sorted, this::compare);
    return Arrays.stream(sorted).mapToInt(Integer::intValue).toArray();
  }

  /** Hoare's selection: afterwards the row at `nth` is the one of the sorted whole, with none greater before it. */
  private void partition(int[] rows, int low, int high, int nth) {
    while (low < high) {
      int pivot = middle(rows[low], rows[(low + high) >>> 1], rows[high]);
      int left = low;
      int right = high;
      while (left <= right) {
        while (compare(rows[left], pivot) < 0) left++;
        while (compare(rows[right], pivot) > 0) right--;
        if (left > right) break;
        int row = rows[left];
        rows[left++] = rows[right];
        rows[right--] = row;
      }
      if (nth <= right) high = right;
      else if (nth >= left) low = left;
      else return;
    }
  }

  private int middle(int a, int b, int c) {
    if (compare(a, b) > 0) return middle(b, a, c);
    if (compare(b, c) <= 0) return b;
    return compare(a, c) > 0 ? a : c;
  }
}
