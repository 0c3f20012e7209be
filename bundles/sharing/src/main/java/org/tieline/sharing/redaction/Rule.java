package org.tieline.sharing.redaction;

import java.util.List;
import org.tieline.spi.sharing.Detector.Span;

/** A way to find one kind of private passages. */
interface Rule {
    /** What it finds, in plain words and the singular. */
    String kind();

    /** Returns passages by their places in the folded text, in any order, overlaps allowed. */
    List<Span> find(FoldedText text);
}
