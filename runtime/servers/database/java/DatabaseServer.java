import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
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

  /** How documents lie in the file: as BSON. */
  private static final int FORMAT = 1;

  /** Milliseconds that a superseded chunk is kept, and between two looks at the size of the file. */
  private static final int RETENTION = 1_000;
  private static final int TIDY_EVERY = 5_000;

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
        if (store.getMapNames().isEmpty()) store.setStoreVersion(FORMAT);
        if (store.getStoreVersion() != FORMAT) {
          System.err.println(file + " was written by another version of Relance: move it away, or start that version");
          System.exit(1);
        }
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
