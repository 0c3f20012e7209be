package org.tieline.assets.internal.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tieline.api.asset.AssetEntry;
import org.tieline.api.asset.AssetKind;
import org.tieline.api.asset.Drawing;
import org.tieline.assets.internal.AssetWords;
import org.tieline.core.record.EnumNames;
import org.tieline.http.Json;
import org.tieline.web.Lists;

/**
 * A drawing of the map, with the table that says the same.
 *
 * @param title what it shows
 * @param drawing what is drawn
 * @param focus id of the asset that it is about; empty for none
 */
public record MapDrawing(String title, Drawing drawing, String focus) {

    /** A box of the drawing, as the script reads it. */
    private record Box(
            String id,
            String name,
            String kind,
            String criticality,
            String state,
            String path,
            boolean service,
            boolean focus) {}

    /** What the script draws. */
    private record Graph(List<Box> boxes, List<Drawing.Line> lines) {}

    public String json() {
        List<Box> boxes =
                drawing.assets().stream()
                        .map(
                                entry ->
                                        new Box(
                                                entry.id(),
                                                entry.name(),
                                                AssetWords.of(entry.kind()),
                                                EnumNames.of(entry.criticality()),
                                                EnumNames.of(entry.state()),
                                                path(entry),
                                                entry.kind() == AssetKind.SERVICE,
                                                entry.id().equals(focus)))
                        .toList();
        try {
            return Json.mapper().writeValueAsString(new Graph(boxes, drawing.lines()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns what an asset of the drawing depends on, within the drawing. */
    public Map<String, List<AssetEntry>> below() {
        Map<String, AssetEntry> entries = new HashMap<>();
        drawing.assets().forEach(entry -> entries.put(entry.id(), entry));
        Map<String, List<AssetEntry>> below = new HashMap<>();
        drawing.lines()
                .forEach(
                        line ->
                                below.computeIfAbsent(line.asset(), any -> new ArrayList<>())
                                        .add(entries.get(line.supporter())));
        return below;
    }

    public static String path(AssetEntry entry) {
        return Lists.path("service-map", entry.id());
    }
}
