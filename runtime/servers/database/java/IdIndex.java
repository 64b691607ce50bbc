import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map.Entry;
import org.h2.mvstore.MVMap;

/** The index of `_id`: documents lie by `_id` anyway, so that a map of its own would only be written twice. */
final class IdIndex extends AbstractUniqueIndex<Object> {
  private final MVMap<Object, byte[]> documents;

  IdIndex(String name, List<IndexKey> keys, MVMap<Object, byte[]> documents) {
    super(name, keys, false);
    this.documents = documents;
  }

  /** Where a document with this id lies: 1 and 1.0 are one id. */
  static Object position(Object id) { return Missing.ofNullable(new KeyValue(id).normalized().get(0)); }

  @Override protected Object getPosition(KeyValue key) {
    Object position = position(key.get(0));
    return documents.containsKey(position) ? position : null;
  }

  @Override protected Object removeDocument(KeyValue key) { return getPosition(key); }
  @Override public void add(Document document, Object position, MongoCollection<Object> in) { }
  @Override protected boolean putKeyPosition(KeyValue key, Object position) { return true; }
  @Override public long getCount() { return documents.sizeAsLong(); }
  @Override public long getDataSize() { return 0; }

  @Override protected Iterable<Entry<KeyValue, Object>> getIterable() {
    throw new UnsupportedOperationException("regular expressions are not used");
  }
}
