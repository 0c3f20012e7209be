package org.tieline.rest.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.tieline.api.journal.Break;
import org.tieline.api.journal.Verification;

/** What checking the journal found. */
@Schema(name = "Verification")
public record VerificationView(boolean holds, long centers, long lines, List<Broken> breaks) {
    @Schema(name = "Break")
    public record Broken(String center, long number, String reason) {
        static Broken of(Break broken) {
            return new Broken(broken.center(), broken.number(), broken.reason());
        }
    }

    static VerificationView of(Verification found) {
        return new VerificationView(
                found.holds(),
                found.centers(),
                found.lines(),
                found.breaks().stream().map(Broken::of).toList());
    }
}
