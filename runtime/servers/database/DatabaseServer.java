import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
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
