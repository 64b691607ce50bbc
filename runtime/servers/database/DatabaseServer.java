import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * The embedded database: DatabaseServer FILE PORT PORT_FILE. Listens on loopback only, writes its port into PORT_FILE when
 * it is ready and ends when its standard input closes, so that it never outlives the program that started it.
 */
public final class DatabaseServer {
  /** The driver refuses servers that announce less. */
  private static final MongoVersion ANNOUNCED = new MongoVersion() {
    @Override public List<Integer> getVersionArray() { return List.of(7, 0, 0, 0); }
    @Override public int getWireVersion() { return 21; }
  };

  private static final Set<String> READS = Set.of(
    "find", "getMore", "aggregate", "count", "distinct", "hello", "isMaster", "ismaster", "ping", "buildInfo", "buildinfo",
    "listCollections", "listIndexes", "listDatabases", "killCursors", "endSessions", "serverStatus", "collStats", "dbStats");

  /** Milliseconds that a superseded chunk is kept, and between two looks at the size of the file. */
  private static final int RETENTION = 1_000;
  private static final int TIDY_EVERY = 5_000;
  /** Part of the file, in percent, under which it is compacted, and bytes rewritten at a time. */
  private static final int FILL_RATE = 60;
  private static final int TIDY_BYTES = 8 * 1024 * 1024;

  /**
   * Acknowledges a write only once it is in the file. Writes take turns, so that what is committed never holds half of
   * somebody else's; reads run freely.
   */
  private static final class DurableBackend extends H2Backend {
    private final ReentrantLock turn = new ReentrantLock();

    DurableBackend(MVStore store) { super(store); }

    @Override protected MongoDatabase openOrCreateDatabase(String name) {
      return new KeyedDatabase(name, getMvStore(), getCursorRegistry());
    }

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
  }

  /** Its unique indexes, `_id` above all, are wrapped. */
  private static final class KeyedDatabase extends H2Database {
    KeyedDatabase(String name, MVStore store, CursorRegistry cursors) { super(name, store, cursors); }

    @Override protected Index<Object> openOrCreateUniqueIndex(String collection, String name, List<IndexKey> keys, boolean sparse) {
      return new KeyedIndex(super.openOrCreateUniqueIndex(collection, name, keys, sparse), keys, sparse);
    }
  }

  /**
   * As it comes, an index serves only a query for its key and nothing else, so that a guarded write such as
   * `{ _id, open: 100 }` reads the whole collection. The documents that an index yields are matched against the whole query
   * anyway: it may as well be asked for the key alone.
   */
  private static final class KeyedIndex extends Index<Object> {
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

  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[0]);
    DurableBackend backend = new DurableBackend(open(file));
    backend.version(ANNOUNCED);
    MongoServer server = new MongoServer(backend);
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow));
    server.bind("127.0.0.1", Integer.parseInt(args[1]));
    announce(server.getLocalAddress(), Path.of(args[2]));
    everySoOften(backend);
    while (System.in.read() >= 0) { }
    System.exit(0);
  }

  /** A predecessor that was just killed may hold the file for a moment longer. */
  private static MVStore open(Path file) throws InterruptedException {
    for (int attempt = 0; ; attempt++) {
      try {
        MVStore store = new MVStore.Builder().fileName(file.toString()).autoCommitDisabled().cacheSize(32).open();
        store.setRetentionTime(RETENTION);
        return store;
      } catch (MVStoreException locked) {
        if (attempt == 50) throw locked;
        Thread.sleep(100);
      }
    }
  }

  private static void announce(InetSocketAddress address, Path portFile) throws Exception {
    Path draft = Path.of(portFile + ".draft");
    Files.writeString(draft, Integer.toString(address.getPort()));
    Files.move(draft, portFile, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void everySoOften(DurableBackend backend) {
    Thread thread = new Thread(() -> {
      for (;;) {
        try {
          Thread.sleep(TIDY_EVERY);
          backend.tidy();
        } catch (InterruptedException stop) {
          return;
        } catch (RuntimeException failed) {
          System.err.println("tidying failed: " + failed);
        }
      }
    });
    thread.setDaemon(true);
    thread.start();
  }
}
