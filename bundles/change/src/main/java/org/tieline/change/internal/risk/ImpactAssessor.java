package org.tieline.change.internal.risk;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.tieline.api.access.Caller;
import org.tieline.api.asset.Asset;
import org.tieline.api.asset.AssetEntry;
import org.tieline.api.asset.AssetKind;
import org.tieline.api.asset.CallPath;
import org.tieline.api.asset.Criticality;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.RiskFinding;
import org.tieline.spi.change.Assessed;
import org.tieline.spi.change.RiskAssessor;

/**
 * Follows the service map: which services are lost if what is touched fails, which call paths they
 * carry, and whether the map says how calls are taken without them.
 */
@Component
public final class ImpactAssessor implements RiskAssessor {
    private static final int FOR_EACH_PATH = 3;
    private static final int FOR_ALL_PATHS = 12;
    private static final int NO_FALLBACK = 6;
    private static final int MOST_NAMED = 3;

    @Override
    public String name() {
        return "Services and calls";
    }

    @Override
    public List<RiskFinding> assess(Caller caller, Assessed change) {
        List<Asset> failing = change.failing();
        return Stream.of(
                        services(failing),
                        paths(failing, change.draft()),
                        fallback(failing, change.draft()))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<RiskFinding> services(List<Asset> failing) {
        List<AssetEntry> lost =
                failing.stream()
                        .map(Asset::entry)
                        .filter(entry -> entry.kind() == AssetKind.SERVICE)
                        .sorted(
                                Comparator.comparing(AssetEntry::criticality)
                                        .thenComparing(AssetEntry::name))
                        .toList();
        return lost.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new RiskFinding(
                                name(),
                                points(lost.get(0).criticality()),
                                "If it fails, the center is without "
                                        + some(lost.stream().map(AssetEntry::name).toList())
                                        + "."));
    }

    private static int points(Criticality worst) {
        return switch (worst) {
            case VITAL -> 18;
            case HIGH -> 10;
            case MEDIUM -> 5;
            case LOW -> 2;
        };
    }

    private Optional<RiskFinding> paths(List<Asset> failing, ChangeDraft draft) {
        Set<CallPath> paths = EnumSet.noneOf(CallPath.class);
        paths.addAll(draft.callPaths());
        failing.forEach(asset -> paths.addAll(asset.facts().callPaths()));
        return paths.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new RiskFinding(
                                name(),
                                Math.min(FOR_EACH_PATH * paths.size(), FOR_ALL_PATHS),
                                "It touches these call paths: "
                                        + paths.stream()
                                                .map(CallPath::words)
                                                .collect(Collectors.joining(", "))
                                        + "."));
    }

    private Optional<RiskFinding> fallback(List<Asset> failing, ChangeDraft draft) {
        if (draft.callsMeanwhile().filter(text -> !text.isBlank()).isPresent()) {
            return Optional.empty();
        }
        Set<Criticality> grave = EnumSet.of(Criticality.VITAL, Criticality.HIGH);
        List<String> without =
                failing.stream()
                        .filter(asset -> grave.contains(asset.facts().criticality()))
                        .filter(asset -> asset.facts().fallback().isEmpty())
                        .map(asset -> asset.facts().name())
                        .sorted()
                        .toList();
        return without.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new RiskFinding(
                                name(),
                                NO_FALLBACK,
                                "Nothing says how calls are taken without " + some(without) + "."));
    }

    private static String some(List<String> names) {
        return names.size() <= MOST_NAMED
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MOST_NAMED))
                        + " and "
                        + (names.size() - MOST_NAMED)
                        + " more";
    }
}
