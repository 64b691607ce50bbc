import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/**
 * As it comes, an index serves only a query for its key and nothing else, so that a guarded write such as
 * `{ _id, open: 100 }` reads the whole collection. The documents that an index yields are matched against the whole query
 * anyway: it may as well be asked for the key alone.
 */
final class KeyedIndex extends Index<Object> {
  private final Index<Object> inner;

  KeyedIndex(Index<Object> inner, List<IndexKey> keys, boolean sparse) {
    super(inner.getName(), keys, sparse);
    this.inner = inner;
  }

  private Document keyOf(Document query) {
    Document key = new Document();
    for (String name : keys()) if (query.containsKey(name)) key.put(name, query.get(name));
    return key;
  }

  @Override public boolean canHandle(Document query) { return inner.canHandle(keyOf(query)); }
  @Override public Iterable<Object> getPositions(Document query) { return inner.getPositions(keyOf(query)); }

  @Override public Object getPosition(Document document) { return inner.getPosition(document); }
  @Override public void checkAdd(Document document, MongoCollection<Object> in) { inner.checkAdd(document, in); }
  @Override public void add(Document document, Object position, MongoCollection<Object> in) { inner.add(document, position, in); }
  @Override public Object remove(Document document) { return inner.remove(document); }
  @Override public long getCount() { return inner.getCount(); }
  @Override public boolean isEmpty() { return inner.isEmpty(); }
  @Override public long getDataSize() { return inner.getDataSize(); }
  @Override public boolean isUnique() { return inner.isUnique(); }
  @Override public void drop() { inner.drop(); }
  @Override public void checkUpdate(Document before, Document after, MongoCollection<Object> in) { inner.checkUpdate(before, after, in); }
  @Override public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> in) {
    inner.updateInPlace(before, after, position, in);
  }
}
