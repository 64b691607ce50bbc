import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * Acknowledges a write only once it is in the file. Writes take turns, so that what is committed never holds half of
 * somebody else's; reads run freely.
 */
final class DurableBackend extends H2Backend {
  private static final Set<String> READS = Set.of(
    "find", "getMore", "aggregate", "count", "distinct", "hello", "isMaster", "ismaster", "ping", "buildInfo", "buildinfo",
    "listCollections", "listIndexes", "listDatabases", "killCursors", "endSessions", "serverStatus", "collStats", "dbStats");

  /** Part of the file, in percent, under which it is compacted, and bytes rewritten at a time. */
  private static final int FILL_RATE = 60;
  private static final int TIDY_BYTES = 8 * 1024 * 1024;

  private final ReentrantLock turn = new ReentrantLock();

  DurableBackend(MVStore store) { super(store); }

  @Override protected MongoDatabase openOrCreateDatabase(String name) { return new StoredDatabase(name); }

  @Override public Document handleMessage(MongoMessage message) {
    if (READS.contains(message.getDocument().keySet().iterator().next())) return super.handleMessage(message);
    turn.lock();
    try {
      return super.handleMessage(message);
    } finally {
      try { getMvStore().commit(); } finally { turn.unlock(); }
    }
  }

  void tidy() {
    MVStore store = getMvStore();
    turn.lock();
    try {
      if (store.getFileStore().getChunksFillRate() < FILL_RATE) store.compact(FILL_RATE, TIDY_BYTES);
      store.commit();
    } finally {
      turn.unlock();
    }
  }

  /** Its unique indexes, `_id` above all, are wrapped; the others are columns of their collection. */
  private final class StoredDatabase extends H2Database {
    StoredDatabase(String name) { super(name, getMvStore(), getCursorRegistry()); }

    @Override protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
      return new StoredCollection(this, name, options, cursorRegistry, documentsOf(name));
    }

    private MVMap<Object, byte[]> documentsOf(String collection) {
      return getMvStore().openMap("databases." + getFullCollectionNamespace(collection));
    }

    @Override protected Index<Object> openOrCreateUniqueIndex(String collection, String name, List<IndexKey> keys, boolean sparse) {
      boolean isId = keys.size() == 1 && keys.get(0).getKey().equals("_id");
      Index<Object> index = isId
        ? new IdIndex(name, keys, documentsOf(collection))
        : super.openOrCreateUniqueIndex(collection, name, keys, sparse);
      return new KeyedIndex(index, keys, sparse);
    }

    @Override protected Index<Object> openOrCreateSecondaryIndex(String collection, String name, List<IndexKey> keys, boolean sparse) {
      return new EmptyIndex<Object>(name, keys) {
        /** There is nothing to fill. */
        @Override public boolean isEmpty() { return false; }
      };
    }

    @Override public Document handleCommand(
        Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
      List<Document> groups = command.equals("aggregate") ? groups(query) : null;
      if (groups == null) return super.handleCommand(channel, command, query, databases, oplog);
      Document cursor = new Document("id", 0L).append("ns", getFullCollectionNamespace((String) query.get(command)));
      Document answer = new Document("cursor", cursor.append("firstBatch", groups));
      Utils.markOkay(answer);
      return answer;
    }

    /** The answer to `$match` and then `$group`; null for every other pipeline. */
    private List<Document> groups(Document query) {
      MongoCollection<Object> collection = resolveCollection((String) query.get("aggregate"), false);
      List<?> stages = (List<?>) query.get("pipeline");
      if (collection == null || stages.size() != 2) return null;
      Object match = ((Document) stages.get(0)).get("$match");
      Object group = ((Document) stages.get(1)).get("$group");
      if (!(match instanceof Document) || !(group instanceof Document)) return null;
      return ((StoredCollection) collection).group((Document) match, (Document) group);
    }
  }
}
