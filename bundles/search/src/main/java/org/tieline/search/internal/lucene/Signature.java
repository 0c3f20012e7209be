package org.tieline.search.internal.lucene;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.BytesRef;

/**
 * What a document is about, small enough to compare many: its {@value #TERMS} most frequent stems
 * as hashes, each with how often it stands there.
 */
final class Signature {
    static final int TERMS = 64;
    private static final int ENTRY = 5;
    private static final int BUCKET_BITS = 11;
    private static final int BUCKETS = 1 << BUCKET_BITS;

    private Signature() {}

    static BytesRef of(Iterable<String> stems) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String stem : stems) {
            if (stem.length() > 1) {
                counts.merge(stem, 1, Integer::sum);
            }
        }
        List<Map.Entry<String, Integer>> most = new ArrayList<>(counts.entrySet());
        most.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
        ByteBuffer bytes = ByteBuffer.allocate(Math.min(TERMS, most.size()) * ENTRY);
        most.stream()
                .limit(TERMS)
                .forEach(
                        term ->
                                bytes.putInt(hash(term.getKey()))
                                        .put((byte) Math.min(Byte.MAX_VALUE, term.getValue())));
        return new BytesRef(bytes.array());
    }

    private static int hash(String stem) {
        int hash = 0x811c9dc5;
        for (int i = 0; i < stem.length(); i++) {
            hash = (hash ^ stem.charAt(i)) * 0x01000193;
        }
        return hash;
    }

    /**
     * Returns the cosines between documents. A term counts the less, the more of these documents
     * have it.
     */
    static float[][] cosines(List<BytesRef> signatures) {
        int size = signatures.size();
        long[] entries = entries(signatures);
        float[][] products = new float[size][size];
        for (int from = 0; from < entries.length; ) {
            int to = from + 1;
            while (to < entries.length && entries[to] >> 32 == entries[from] >> 32) {
                to++;
            }
            addProducts(products, entries, from, to);
            from = to;
        }
        float[] lengths = new float[size];
        for (int i = 0; i < size; i++) {
            lengths[i] = (float) Math.sqrt(products[i][i]);
            products[i][i] = 0;
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                float cosine = products[i][j] == 0 ? 0 : products[i][j] / (lengths[i] * lengths[j]);
                products[i][j] = cosine;
                products[j][i] = cosine;
            }
        }
        return products;
    }

    /**
     * Every term of every document as one number: term, document, how often. In order, for which
     * they are first put into buckets, as hashes fall evenly.
     */
    private static long[] entries(List<BytesRef> signatures) {
        int count = 0;
        for (BytesRef signature : signatures) {
            count += signature.length / ENTRY;
        }
        long[] entries = new long[count];
        int at = 0;
        for (int i = 0; i < signatures.size(); i++) {
            BytesRef signature = signatures.get(i);
            ByteBuffer bytes = ByteBuffer.wrap(signature.bytes, signature.offset, signature.length);
            while (bytes.remaining() >= ENTRY) {
                entries[at++] = (long) bytes.getInt() << 32 | (long) i << 8 | bytes.get();
            }
        }
        return sorted(entries);
    }

    private static long[] sorted(long[] entries) {
        int[] starts = new int[BUCKETS + 1];
        for (long entry : entries) {
            starts[bucket(entry) + 1]++;
        }
        for (int bucket = 1; bucket <= BUCKETS; bucket++) {
            starts[bucket] += starts[bucket - 1];
        }
        int[] next = starts.clone();
        long[] sorted = new long[entries.length];
        for (long entry : entries) {
            sorted[next[bucket(entry)]++] = entry;
        }
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            Arrays.sort(sorted, starts[bucket], starts[bucket + 1]);
        }
        return sorted;
    }

    private static int bucket(long entry) {
        return (int) (entry >>> Long.SIZE - BUCKET_BITS);
    }

    /** Adds what one term has in common, for each document and those before it. */
    private static void addProducts(float[][] products, long[] entries, int from, int to) {
        double rarity = Math.log(1 + (double) products.length / (to - from));
        float[] weights = new float[to - from];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) ((1 + Math.log(entries[from + i] & 0xff)) * rarity);
            float[] row = products[document(entries[from + i])];
            for (int j = 0; j <= i; j++) {
                row[document(entries[from + j])] += weights[i] * weights[j];
            }
        }
    }

    private static int document(long entry) {
        return (int) entry >> 8;
    }
}
