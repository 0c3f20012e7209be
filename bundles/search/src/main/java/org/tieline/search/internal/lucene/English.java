package org.tieline.search.internal.lucene;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** How English text becomes words, and words become stems: Porter's. */
final class English extends Analyzer {
    static final English STEMS = new English(true);
    private static final English WORDS = new English(false);
    private static final CharArraySet STOP = stopWords();

    /** What people write with hyphens and mean as one number. */
    private static final NormalizeCharMap NUMBERS = numbers();

    private final boolean stemmed;

    private English(boolean stemmed) {
        this.stemmed = stemmed;
    }

    /**
     * One word of a text.
     *
     * @param surface as written, in lower case without accents
     * @param stem empty for a stop word
     */
    record Word(String surface, Optional<String> stem) {}

    /** Returns the words of a text, in their order. */
    static List<Word> words(String text) {
        try (TokenStream stream = WORDS.tokenStream("", text)) {
            List<Word> words = new ArrayList<>();
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            StemOne stemmer = new StemOne();
            stream.reset();
            while (stream.incrementToken()) {
                String surface = term.toString();
                words.add(
                        new Word(
                                surface,
                                STOP.contains(surface)
                                        ? Optional.empty()
                                        : Optional.of(stemmer.stem(surface))));
            }
            stream.end();
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the stem of one word as {@link #words} writes it. */
    static String stem(String surface) {
        return new StemOne().stem(surface);
    }

    @Override
    protected Reader initReader(String field, Reader reader) {
        return new MappingCharFilter(NUMBERS, reader);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer tokenizer = new StandardTokenizer();
        TokenStream words =
                new ASCIIFoldingFilter(new LowerCaseFilter(new EnglishPossessiveFilter(tokenizer)));
        return new TokenStreamComponents(
                tokenizer, stemmed ? new PorterStemFilter(new StopFilter(words, STOP)) : words);
    }

    private static NormalizeCharMap numbers() {
        NormalizeCharMap.Builder numbers = new NormalizeCharMap.Builder();
        for (char first = '2'; first <= '9'; first++) {
            numbers.add(first + "-1-1", first + "11");
        }
        return numbers.build();
    }

    private static CharArraySet stopWords() {
        try (InputStream words = SnowballFilter.class.getResourceAsStream("english_stop.txt")) {
            return WordlistLoader.getSnowballWordSet(
                    new InputStreamReader(words, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Porter's stemmer for one word after the other. */
    private static final class StemOne {
        private final One one = new One();
        private final TokenStream stems = new PorterStemFilter(one);
        private final CharTermAttribute term = stems.getAttribute(CharTermAttribute.class);

        String stem(String surface) {
            try {
                one.next = surface;
                stems.incrementToken();
                return term.toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class One extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private String next = "";

        @Override
        public boolean incrementToken() {
            clearAttributes();
            term.append(next);
            return true;
        }
    }

    /** Words that were found before as a stream for the index; stop words leave a gap. */
    static final class Stream extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute step =
                addAttribute(PositionIncrementAttribute.class);
        private final List<Optional<String>> terms;
        private int at;

        Stream(List<Optional<String>> terms) {
            this.terms = terms;
        }

        @Override
        public void reset() {
            at = 0;
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            int before = at;
            while (at < terms.size() && terms.get(at).isEmpty()) {
                at++;
            }
            if (at == terms.size()) {
                return false;
            }
            term.append(terms.get(at).get());
            step.setPositionIncrement(at - before + 1);
            at++;
            return true;
        }
    }
}
