import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.aggregation.stage.GroupStage;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;

/**
 * A collection whose documents lie as BSON in one map of the store, by `_id`, and whose indexed fields are searched in
 * {@link Columns}. These are made from the documents when first needed, and follow every write.
 */
final class StoredCollection extends AbstractSynchronizedMongoCollection<Object> {
  private final MVMap<Object, byte[]> documents;
  /** Null until a search needs them. */
  private Columns columns;

  StoredCollection(
      MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors, MVMap<Object, byte[]> documents) {
    super(database, name, options, cursors);
    this.documents = documents;
  }

  @Override public synchronized void addIndex(Index<Object> index) {
    int before = getNumIndexes();
    super.addIndex(index);
    if (getNumIndexes() > before) columns = null;
  }

  @Override protected QueryResult queryDocuments(
      Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
    if (isByKey(query) || columns() == null) return super.queryDocuments(query, orderBy, skip, limit, batchSize, fields);
    Selection selection = select(query);
    RowOrder order = selection.isCertain ? RowOrder.of(orderBy, columns) : null;
    if (order == null) return matchDocuments(query, positions(selection.rows), orderBy, skip, limit, batchSize, fields);
    int[] rows = selection.rows;
    int from = Math.min(Math.max(skip, 0), rows.length);
    int to = limit > 0 ? (int) Math.min((long) from + limit, rows.length) : rows.length;
    List<Object> page = positions(order.window(rows, from, to));
    return matchDocuments(new Document(), page, null, 0, 0, batchSize, fields);
  }

  /** What `$match` and then `$group` give. */
  synchronized List<Document> group(Document match, Document group) {
    GroupStage byDocument = new GroupStage(group);
    if (isByKey(match) || columns() == null) return byDocument.apply(handleQueryAsStream(match)).collect(Collectors.toList());
    Selection selection = select(match);
    try {
      if (selection.isCertain) return new RowGroups(group, columns).of(selection.rows);
    } catch (RowGroups.Untold untold) {
      // The documents are read instead, one at a time.
    }
    Stream<Document> fitting = Arrays.stream(selection.rows)
      .mapToObj(row -> getDocument(columns.position(row)))
      .filter(document -> documentMatchesQuery(document, match));
    return byDocument.apply(fitting).collect(Collectors.toList());
  }

  private boolean isByKey(Document query) {
    return getIndexes().stream().anyMatch(index -> index.canHandle(query));
  }

  /** Null for a collection without indexed fields. */
  private Columns columns() {
    if (columns == null) {
      Set<String> fields = new LinkedHashSet<>();
      for (Index<Object> index : getIndexes())
        for (IndexKey key : index.getKeys()) if (!key.getKey().equals("_id")) fields.add(key.getKey());
      if (fields.isEmpty()) return null;
      Columns fresh = new Columns(fields);
      documents.entrySet().forEach(entry -> fresh.put(entry.getKey(), decode(entry.getValue())));
      columns = fresh;
    }
    return columns;
  }

  /** Rows that fit a query, or may fit it. */
  private static final class Selection {
    int[] rows;
    boolean isCertain = true;
  }

  private Selection select(Document query) {
    RowTest test = RowTest.of(query, columns);
    Selection selection = new Selection();
    int[] rows = new int[columns.size()];
    int found = 0;
    for (int row = 0; row < rows.length; row++) {
      int told = test.on(row);
      if (told == RowTest.NO) continue;
      if (told == RowTest.MAYBE) selection.isCertain = false;
      rows[found++] = row;
    }
    selection.rows = Arrays.copyOf(rows, found);
    return selection;
  }

  private List<Object> positions(int[] rows) {
    return Arrays.stream(rows).mapToObj(columns::position).collect(Collectors.toList());
  }

  @Override protected Object addDocumentInternal(Document document) {
    Object position = getIdField() == null ? UUID.randomUUID() : IdIndex.position(document.getOrMissing(getIdField()));
    if (documents.putIfAbsent(position, encode(document)) != null) throw new IllegalStateException("taken: " + position);
    if (columns != null) columns.put(position, document);
    return position;
  }

  @Override protected void handleUpdate(Object position, Document before, Document after) {
    documents.put(position, encode(after));
    if (columns != null) columns.put(position, after);
  }

  @Override protected void removeDocument(Object position) {
    if (documents.remove(position) == null) throw new NoSuchElementException("not there: " + position);
    if (columns != null) columns.remove(position);
  }

  @Override protected Document getDocument(Object position) {
    byte[] stored = documents.get(position);
    return stored == null ? null : decode(stored);
  }

  @Override protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
    return documents.entrySet().stream().map(entry -> new DocumentWithPosition<>(decode(entry.getValue()), entry.getKey()));
  }

  @Override protected QueryResult matchDocuments(
      Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
    Stream<Document> all = documents.values().stream().map(StoredCollection::decode);
    return matchDocumentsFromStream(all, query, orderBy, skip, limit, batchSize, fields);
  }

  @Override public synchronized int count(Document query, int skip, int limit) { return super.count(query, skip, limit); }
  @Override public int count() { return documents.size(); }
  @Override public boolean isEmpty() { return documents.isEmpty(); }
  @Override protected boolean tracksDataSize() { return false; }
  @Override protected void updateDataSize(int difference) { }
  @Override protected int getDataSize() { return 0; }

  private static byte[] encode(Document document) {
    ByteBuf buffer = Unpooled.buffer(1_024);
    BsonEncoder.encodeDocument(document, buffer);
    return Arrays.copyOf(buffer.array(), buffer.writerIndex());
  }

  private static Document decode(byte[] stored) {
    return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(stored));
  }
}
