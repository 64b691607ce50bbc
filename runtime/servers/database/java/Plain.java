import de.bwaldvogel.mongo.backend.Missing;
import java.time.Instant;

/** The order of plain values, as MongoDB defines it: nothing, then numbers, words, truths, instants. */
final class Plain {
  static boolean isNothing(Object value) { return value == null || value instanceof Missing; }

  static int rank(Object value) {
    if (isNothing(value)) return 0;
    if (value instanceof Number) return 1;
    if (value instanceof String) return 2;
    return value instanceof Boolean ? 3 : 4;
  }

  static int compare(Object left, Object right) {
    if (left == right) return 0;
    int order = Integer.compare(rank(left), rank(right));
    if (order != 0 || isNothing(left)) return order;
    if (left instanceof String) return ((String) left).compareTo((String) right);
    if (left instanceof Instant) return ((Instant) left).compareTo((Instant) right);
    if (left instanceof Boolean) return ((Boolean) left).compareTo((Boolean) right);
    double a = ((Number) left).doubleValue();
    double b = ((Number) right).doubleValue();
    return a < b ? -1 : a > b ? 1 : 0;
  }
}
