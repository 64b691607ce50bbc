import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * A query asked of the columns. What they cannot tell is answered by MAYBE, and the document itself is then asked by the
 * library, so that a kind of condition that is not known here costs time and nothing else.
 */
interface RowTest {
  int NO = 0;
  int MAYBE = 1;
  int YES = 2;

  int on(int row);

  RowTest UNTOLD = row -> MAYBE;

  static RowTest of(Document query, Columns columns) {
    List<RowTest> all = new ArrayList<>();
    for (Map.Entry<String, Object> entry : query.entrySet()) all.add(part(entry.getKey(), entry.getValue(), columns));
    return all(all);
  }

  private static RowTest part(String name, Object asked, Columns columns) {
    if (name.equals("$and") || name.equals("$or")) return several(name, asked, columns);
    Object[] values = name.startsWith("$") ? null : columns.of(name);
    if (values == null) return UNTOLD;
    if (!(asked instanceof Document)) return equal(values, asked);
    List<RowTest> all = new ArrayList<>();
    ((Document) asked).forEach((operator, operand) -> all.add(operation(values, operator, operand)));
    return all.isEmpty() ? UNTOLD : all(all);
  }

  private static RowTest several(String name, Object asked, Columns columns) {
    if (!(asked instanceof Collection) || ((Collection<?>) asked).isEmpty()) return UNTOLD;
    List<RowTest> parts = new ArrayList<>();
    for (Object part : (Collection<?>) asked) {
      if (!(part instanceof Document)) return UNTOLD;
      parts.add(of((Document) part, columns));
    }
    return name.equals("$and") ? all(parts) : any(parts);
  }

  private static RowTest operation(Object[] values, String operator, Object operand) {
    switch (operator) {
      case "$eq": return equal(values, operand);
      case "$ne": {
        RowTest equal = equal(values, operand);
        return row -> YES - equal.on(row);
      }
      case "$in": return in(values, operand);
      case "$lt": return ordered(values, operand, order -> order < 0);
      case "$lte": return ordered(values, operand, order -> order <= 0);
      case "$gt": return ordered(values, operand, order -> order > 0);
      case "$gte": return ordered(values, operand, order -> order >= 0);
      default: return UNTOLD;
    }
  }

  private static RowTest equal(Object[] values, Object operand) {
    Object asked = Columns.plain(operand);
    if (asked instanceof Columns.Odd) return UNTOLD;
    if (asked instanceof String) return row -> asked.equals(values[row]) ? YES : values[row] == Columns.Odd.UNKNOWN ? MAYBE : NO;
    return row -> {
      Object value = values[row];
      if (!(value instanceof Columns.Odd)) return Plain.compare(value, asked) == 0 ? YES : NO;
      return value == Columns.Odd.DOCUMENT || value == Columns.Odd.EMPTY && !Plain.isNothing(asked) ? NO : MAYBE;
    };
  }

  private static RowTest in(Object[] values, Object operand) {
    if (!(operand instanceof Collection)) return UNTOLD;
    Set<Object> words = new HashSet<>();
    List<RowTest> others = new ArrayList<>();
    for (Object one : (Collection<?>) operand) {
      if (one instanceof String) words.add(one);
      else others.add(equal(values, one));
    }
    RowTest other = any(others);
    RowTest word = row -> {
      Object value = values[row];
      if (value == Columns.Odd.UNKNOWN) return words.isEmpty() ? NO : MAYBE;
      return words.contains(value) ? YES : NO;
    };
    return others.isEmpty() ? word : row -> Math.max(word.on(row), other.on(row));
  }

  private static RowTest ordered(Object[] values, Object operand, IntPredicate fits) {
    Object asked = Columns.plain(operand);
    if (asked instanceof Columns.Odd || Plain.isNothing(asked)) return UNTOLD;
    boolean isWord = asked instanceof String;
    int rank = Plain.rank(asked);
    return row -> {
      Object value = values[row];
      if (isWord && value instanceof String) return fits.test(((String) value).compareTo((String) asked)) ? YES : NO;
      if (value == Columns.Odd.UNKNOWN) return MAYBE;
      if (value instanceof Columns.Odd || Plain.rank(value) != rank) return NO;
      return fits.test(Plain.compare(value, asked)) ? YES : NO;
    };
  }

  private static RowTest all(List<RowTest> tests) {
    if (tests.size() == 1) return tests.get(0);
    RowTest[] each = tests.toArray(RowTest[]::new);
    return row -> {
      int told = YES;
      for (RowTest test : each) {
        told = Math.min(told, test.on(row));
        if (told == NO) return NO;
      }
      return told;
    };
  }

  private static RowTest any(List<RowTest> tests) {
    RowTest[] each = tests.toArray(RowTest[]::new);
    return row -> {
      int told = NO;
      for (RowTest test : each) {
        told = Math.max(told, test.on(row));
        if (told == YES) return YES;
      }
      return told;
    };
  }
}
