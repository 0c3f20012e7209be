package org.tieline.change.internal.conflict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tieline.api.RecordRef;
import org.tieline.api.asset.Asset;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeConflict;
import org.tieline.api.change.ConflictKind;
import org.tieline.api.change.FreezeDraft;
import org.tieline.api.change.FreezeState;
import org.tieline.api.change.Window;
import org.tieline.api.record.Stored;

/**
 * Finds what windows of a change collide with. What stands in the way is worked out once; any
 * number of windows can then be tried.
 *
 * <p>Everything is seen from the center of the change, whoever asks: what is found stays on the
 * record, so it holds only what everybody who reads the record may know.
 *
 * <p>Hard are two: the <b>same asset</b>, as nobody could tell which of two works broke it, or take
 * one back without the other; and a <b>freeze</b>, which is an order. All others are soft, because
 * people have good reasons for them that no rule knows. What is <b>above or below</b> is often
 * changed in the same night on purpose, so that calls are moved away once. An <b>implementer</b>
 * may watch two works at once, and a small center has only the one. Whether the work of a <b>backup
 * center</b>, whose records are private, keeps it from taking calls is known to who calls there and
 * asks; to block would let one center's smallest change stop all around it. A <b>supplier</b> may
 * send two crews. In a <b>busy hour</b> or <b>outside the maintenance windows</b> work is unwise,
 * but what is broken is mended at noon too.
 */
final class ConflictFinder {
    private static final Set<ConflictKind> HARD =
            Set.of(ConflictKind.SAME_ASSET, ConflictKind.FREEZE);

    private final ConflictContext conflictContext;
    private final Sentences sentences;
    private final List<Obstacle> obstacles = new ArrayList<>();

    /** Something that every window over this one collides with. */
    private record Obstacle(Window window, ChangeConflict conflict) {}

    ConflictFinder(ConflictContext conflictContext) {
        this.conflictContext = conflictContext;
        sentences = new Sentences(conflictContext);
        conflictContext
                .freezes()
                .forEach(
                        freeze ->
                                obstacles.add(
                                        new Obstacle(freeze.facts().window(), conflict(freeze))));
        conflictContext.others().stream()
                .sorted(Comparator.comparing(other -> other.window().start()))
                .forEach(
                        other ->
                                Stream.of(bond(other), implementer(other), backup(other))
                                        .flatMap(Optional::stream)
                                        .map(conflict -> new Obstacle(other.window(), conflict))
                                        .forEach(obstacles::add));
    }

    /** Returns what a window collides with, each once, the hard ones first. */
    List<ChangeConflict> find(Window window) {
        return Stream.of(inTheWay(window), maintenance(window), busyHours(window))
                .flatMap(found -> found)
                .distinct()
                .sorted(
                        Comparator.comparing((ChangeConflict conflict) -> !conflict.hard())
                                .thenComparing(ChangeConflict::kind))
                .toList();
    }

    private Stream<ChangeConflict> inTheWay(Window window) {
        return obstacles.stream()
                .filter(obstacle -> obstacle.window().overlaps(window))
                .map(Obstacle::conflict);
    }

    private ChangeConflict conflict(Stored<FreezeDraft, FreezeState> freeze) {
        return conflict(ConflictKind.FREEZE, Optional.of(freeze.ref()), sentences.freeze(freeze));
    }

    private Optional<ChangeConflict> bond(ScheduledChange other) {
        return conflictContext
                .terrain()
                .bond(other)
                .map(
                        bond ->
                                conflict(
                                        bond.nearness().kind(),
                                        ref(other),
                                        sentences.bond(bond, other)));
    }

    private Optional<ChangeConflict> implementer(ScheduledChange other) {
        return other.implementer()
                .filter(who -> conflictContext.isOwn(other))
                .filter(who -> conflictContext.implementer().equals(Optional.of(who.id())))
                .map(
                        who ->
                                conflict(
                                        ConflictKind.SAME_IMPLEMENTER,
                                        ref(other),
                                        sentences.implementer(who, other)));
    }

    private Optional<ChangeConflict> backup(ScheduledChange other) {
        boolean backedBy = conflictContext.backedBy().contains(other.center());
        if (conflictContext.isOwn(other)
                || !backedBy && !conflictContext.backs().contains(other.center())) {
            return Optional.empty();
        }
        return Optional.of(
                conflict(
                        ConflictKind.BACKUP_CENTER, ref(other), sentences.backup(other, backedBy)));
    }

    private Optional<RecordRef> ref(ScheduledChange other) {
        return Optional.of(Change.ref(other.id())).filter(ref -> conflictContext.isOwn(other));
    }

    private Stream<ChangeConflict> maintenance(Window window) {
        return conflictContext.terrain().upkeep().entrySet().stream()
                .filter(asset -> !asset.getValue().covers(window))
                .map(
                        asset ->
                                conflict(
                                        ConflictKind.OUTSIDE_MAINTENANCE,
                                        Optional.of(Asset.ref(asset.getKey())),
                                        sentences.outside(asset.getKey())))
                .sorted(Comparator.comparing(ChangeConflict::words));
    }

    private Stream<ChangeConflict> busyHours(Window window) {
        return conflictContext.load().stream()
                .map(load -> load.busyHours(window, conflictContext.clock()))
                .filter(hours -> !hours.isEmpty())
                .map(
                        hours ->
                                conflict(
                                        ConflictKind.BUSY_HOUR,
                                        Optional.empty(),
                                        sentences.busy(
                                                hours, conflictContext.load().orElseThrow())));
    }

    private static ChangeConflict conflict(
            ConflictKind kind, Optional<RecordRef> with, String words) {
        return new ChangeConflict(kind, HARD.contains(kind), with, words);
    }
}
