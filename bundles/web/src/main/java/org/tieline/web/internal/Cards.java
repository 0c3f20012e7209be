package org.tieline.web.internal;

import gg.jte.Content;
import org.tieline.web.Screen;
import org.tieline.web.View;

/** What is inside the cards of the dashboard and the sections of records. */
public final class Cards {
    private Cards() {}

    public static Content body(View card, Screen screen) {
        return PageFrame.content(card, screen);
    }
}
