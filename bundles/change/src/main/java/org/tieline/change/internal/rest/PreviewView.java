package org.tieline.change.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.tieline.api.asset.CallPath;
import org.tieline.api.change.Approval;
import org.tieline.api.change.Preview;

/** What a change would mean if it were saved now. */
@Schema(name = "ChangePreview")
public record PreviewView(
        RiskView assessment,
        List<ConflictView> conflicts,
        List<CallPath> touchedPaths,
        List<ApprovalView.AuthorityView> authorities) {
    static PreviewView of(Preview preview) {
        return new PreviewView(
                RiskView.of(preview.risk()),
                preview.conflicts().stream().map(ConflictView::of).toList(),
                preview.callPaths().stream().sorted().toList(),
                preview.authorities().stream()
                        .map(one -> ApprovalView.AuthorityView.of(one, Approval.NONE))
                        .toList());
    }
}
