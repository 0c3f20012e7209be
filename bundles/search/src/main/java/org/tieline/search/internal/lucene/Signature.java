package org.tieline.search.internal.lucene;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
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
        Map<Integer, List<int[]>> postings = new HashMap<>();
        for (int i = 0; i < size; i++) {
            BytesRef signature = signatures.get(i);
            ByteBuffer bytes = ByteBuffer.wrap(signature.bytes, signature.offset, signature.length);
            while (bytes.remaining() >= ENTRY) {
                postings.computeIfAbsent(bytes.getInt(), term -> new ArrayList<>())
                        .add(new int[] {i, bytes.get()});
            }
        }
        float[][] products = new float[size][size];
        for (List<int[]> posting : postings.values()) {
            double rarity = Math.log(1 + (double) size / posting.size());
            float[] weights = new float[posting.size()];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (float) ((1 + Math.log(posting.get(i)[1])) * rarity);
            }
            for (int i = 0; i < weights.length; i++) {
                float[] row = products[posting.get(i)[0]];
                for (int j = 0; j < weights.length; j++) {
                    row[posting.get(j)[0]] += weights[i] * weights[j];
                }
            }
        }
        float[] lengths = new float[size];
        for (int i = 0; i < size; i++) {
            lengths[i] = (float) Math.sqrt(products[i][i]);
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                products[i][j] =
                        i == j || lengths[i] * lengths[j] == 0
                                ? 0
                                : products[i][j] / (lengths[i] * lengths[j]);
            }
        }
        return products;
    }
}
