package org.tieline.assets.internal.page;

import static org.tieline.assets.internal.AssetOperations.ASSET_EDIT;
import static org.tieline.assets.internal.AssetOperations.ASSET_READ;
import static org.tieline.assets.internal.AssetOperations.ASSET_SHARE;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.asset.Asset;
import org.tieline.api.asset.AssetDraft;
import org.tieline.api.asset.AssetEntry;
import org.tieline.api.asset.AssetFilter;
import org.tieline.api.asset.AssetKind;
import org.tieline.api.asset.AssetState;
import org.tieline.api.asset.Assets;
import org.tieline.api.asset.Criticality;
import org.tieline.api.asset.ServiceMap;
import org.tieline.api.asset.SinglePoint;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Stale;
import org.tieline.api.journal.Journal;
import org.tieline.api.journal.JournalLine;
import org.tieline.assets.internal.AssetFiles;
import org.tieline.assets.internal.AssetWords;
import org.tieline.core.record.EnumNames;
import org.tieline.web.Choice;
import org.tieline.web.Form;
import org.tieline.web.Link;
import org.tieline.web.Lists;
import org.tieline.web.PageCenters;
import org.tieline.web.PageResource;
import org.tieline.web.SeeOther;
import org.tieline.web.View;
import org.tieline.web.record.ListPage;
import org.tieline.web.record.ListPage.Badge;
import org.tieline.web.record.ListPage.Filter;
import org.tieline.web.record.ListPage.Titled;

/** The services and assets: list, one of them, its form. */
@Component(service = PageResource.class)
@Path(MapParts.PATH)
@Produces(MediaType.TEXT_HTML)
public final class AssetPages implements PageResource {
    private static final int HISTORY = 50;
    private static final int SUGGESTED = 20;
    private static final PageRequest FIRST = PageRequest.FIRST;

    private final Assets assets;
    private final ServiceMap map;
    private final AssetFiles files;
    private final PageCenters centers;
    private final Journal journal;
    private final Access access;

    @Activate
    public AssetPages(
            @Reference Assets assets,
            @Reference ServiceMap map,
            @Reference AssetFiles files,
            @Reference PageCenters centers,
            @Reference Journal journal,
            @Reference Access access) {
        this.assets = assets;
        this.map = map;
        this.files = files;
        this.centers = centers;
        this.journal = journal;
        this.access = access;
    }

    @GET
    public View list(
            @Context Caller caller,
            @QueryParam("q") String text,
            @QueryParam("center") String center,
            @QueryParam("kind") String kind,
            @QueryParam("state") String state,
            @QueryParam("criticality") String criticality,
            @QueryParam("cursor") String cursor) {
        AssetFilter filter =
                new AssetFilter(
                        Lists.given(center),
                        Lists.given(text),
                        EnumNames.find(AssetKind.values(), kind),
                        EnumNames.find(AssetState.values(), state),
                        EnumNames.find(Criticality.values(), criticality));
        List<Choice> readable = centers.choices(caller, ASSET_READ);
        Map<String, String> names = centers.names(caller);
        String here = filter.center().map(id -> "?center=" + id).orElse("");
        boolean editable = !centers.choices(caller, ASSET_EDIT).isEmpty();
        ListPage<Asset> list =
                ListPage.<Asset>of("Service map", MapParts.PATH, "")
                        .empty(
                                "sitemap",
                                "Nothing on the map yet",
                                "Put down the services of your center and what they depend on: the phone system, the CAD, the power. Then you see what an outage takes with it.")
                        .way("sitemap", "Drawing", MapParts.PATH + "/drawing" + here)
                        .way(
                                "alert-triangle",
                                "Single points",
                                MapParts.PATH + "/single-points" + here);
        filter.center()
                .or(
                        () ->
                                readable.stream()
                                        .map(Choice::value)
                                        .findFirst()
                                        .filter(id -> readable.size() == 1))
                .ifPresent(
                        id ->
                                list.way(
                                        "download",
                                        "Export",
                                        MapParts.PATH + "/export?center=" + id));
        if (editable) {
            list.way("upload", "Import", MapParts.PATH + "/import" + here);
        }
        return list.action(
                        editable
                                ? Optional.of(new Link("Add", MapParts.PATH + "/new" + here))
                                : Optional.empty())
                .search("Search services and assets", "Name or owner", filter.text().orElse(""))
                .centers(readable, filter.center().orElse(""))
                .filter(
                        Filter.of(
                                "kind", "Kind", AssetKind.values(), AssetWords::of, filter.kind()))
                .filter(
                        Filter.of(
                                "criticality",
                                "Criticality",
                                Criticality.values(),
                                AssetWords::of,
                                filter.criticality()))
                .filter(
                        Filter.of(
                                "state",
                                "State",
                                AssetState.values(),
                                AssetWords::of,
                                filter.state()))
                .column(
                        "Name",
                        asset ->
                                new Titled(
                                        new Link(
                                                asset.facts().name(),
                                                Lists.path("service-map", asset.id())),
                                        asset.facts().owner().orElse("")))
                .column("Kind", asset -> AssetWords.of(asset.facts().kind()))
                .column(
                        "Criticality",
                        asset ->
                                new Badge(
                                        MapTones.of(asset.facts().criticality()),
                                        AssetWords.of(asset.facts().criticality())))
                .column(
                        "State",
                        asset ->
                                new Badge(
                                        MapTones.of(asset.facts().state()),
                                        AssetWords.of(asset.facts().state())))
                .column("If it fails", asset -> asset.facts().fallback().map(any -> "Procedure"))
                .column("Center", asset -> center(asset, names))
                .view(assets.list(caller, filter, Lists.page(cursor)));
    }

    private static String center(Asset asset, Map<String, String> names) {
        String name = names.getOrDefault(asset.center(), asset.center());
        return asset.facts().sharedWith().isEmpty() ? name : name + ", shared";
    }

    /** Names on a center's map, for a field that is being filled in. */
    @GET
    @Path("names")
    public View names(
            @Context Caller caller,
            @QueryParam("center") String center,
            @QueryParam("name") String text) {
        List<String> names =
                Lists.given(center)
                        .map(
                                id ->
                                        assets
                                                .list(
                                                        caller,
                                                        new AssetFilter(
                                                                Optional.of(id),
                                                                Lists.given(text),
                                                                Optional.empty(),
                                                                Optional.empty(),
                                                                Optional.empty()),
                                                        new PageRequest(
                                                                SUGGESTED, Optional.empty()))
                                                .items()
                                                .stream()
                                                .map(asset -> AssetFiles.name(id, asset.entry()))
                                                .toList())
                        .orElse(List.of());
        return MapParts.view("Names", "names", Map.of("names", names)).under(MapParts.LIST);
    }

    @GET
    @Path("new")
    public View add(@Context Caller caller, @QueryParam("center") String center) {
        List<Choice> choices = centers.choices(caller, ASSET_EDIT);
        Optional<String> chosen = centers.chosen(center, choices);
        if (chosen.isEmpty()) {
            access.require(caller, ASSET_EDIT, Caller.EVERYWHERE, Asset.ref("new"));
        }
        return adding(
                caller,
                AssetForm.fresh(
                        AssetForm.empty(
                                choices,
                                chosen.map(id -> suppliers(caller, id)).orElse(List.of()),
                                mayShare(caller, chosen)),
                        chosen),
                chosen);
    }

    private boolean mayShare(Caller caller, Optional<String> center) {
        return center.map(id -> access.allows(caller, ASSET_SHARE, id)).orElse(false);
    }

    private List<String> suppliers(Caller caller, String center) {
        return assets
                .list(
                        caller,
                        AssetFilter.of(center).among(AssetKind.SUPPLIER),
                        new PageRequest(PageRequest.MAX_LIMIT, Optional.empty()))
                .items()
                .stream()
                .map(asset -> AssetFiles.name(center, asset.entry()))
                .toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(@Context Caller caller, MultivaluedMap<String, String> sent) {
        String center = Optional.ofNullable(sent.getFirst("center")).orElse("");
        access.require(caller, ASSET_EDIT, center, Asset.ref("new"));
        List<Choice> choices = centers.choices(caller, ASSET_EDIT);
        Optional<String> chosen = Optional.of(center);
        Form form =
                AssetForm.empty(choices, suppliers(caller, center), mayShare(caller, chosen))
                        .sent(sent);
        try {
            AssetDraft draft = files.draft(caller, center, AssetForm.text(form, List.of()));
            Asset made = assets.create(caller, center, draft);
            return SeeOther.page(path(made.id()), made.facts().name() + " was added.");
        } catch (Invalid e) {
            return Response.status(400).entity(adding(caller, form.refused(e), chosen)).build();
        } catch (Conflict e) {
            return Response.status(409).entity(adding(caller, taken(form), chosen)).build();
        }
    }

    private static Form taken(Form form) {
        return form.refused("name", "is taken by another asset of this center; choose another one");
    }

    @GET
    @Path("{id}")
    public View show(@Context Caller caller, @PathParam("id") String id) {
        Asset asset = assets.get(caller, id);
        boolean inside = access.allows(caller, ASSET_READ, asset.center());
        Map<String, AssetEntry> named = new HashMap<>();
        assets.entries(caller, files.named(asset)).forEach(entry -> named.put(entry.id(), entry));
        List<JournalLine> history =
                inside ? journal.history(caller, Asset.ref(id), HISTORY) : List.of();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("asset", asset);
        parameters.put("named", named);
        parameters.put("names", centers.names(caller));
        parameters.put("zone", centers.zone(asset.center()));
        parameters.put("inside", inside);
        parameters.put("history", history);
        parameters.put("resting", assets.restingOn(caller, id, FIRST));
        parameters.put("impact", map.impact(caller, Set.of(id)));
        parameters.put("point", inside ? point(caller, asset) : Optional.<SinglePoint>empty());
        parameters.put(
                "picture",
                new MapDrawing("Around " + asset.facts().name(), map.around(caller, id), id));
        return MapParts.view(asset.facts().name(), "asset", parameters).under(MapParts.LIST);
    }

    /** How calls are taken without it, on one page to be printed. */
    @GET
    @Path("{id}/card")
    public View card(@Context Caller caller, @PathParam("id") String id) {
        Asset asset = assets.get(caller, id);
        return MapParts.view(
                        "Floor card",
                        "assetcard",
                        Map.of(
                                "asset", asset,
                                "supplier", supplier(caller, asset),
                                "names", centers.names(caller),
                                "zone", centers.zone(asset.center())))
                .under(MapParts.LIST, new Link(asset.facts().name(), path(id)));
    }

    private Optional<String> supplier(Caller caller, Asset asset) {
        return asset.facts().supplier().stream()
                .flatMap(id -> assets.entries(caller, List.of(id)).stream())
                .map(AssetEntry::name)
                .findFirst();
    }

    private Optional<SinglePoint> point(Caller caller, Asset asset) {
        return map.singlePoints(caller, asset.center()).stream()
                .filter(point -> point.asset().id().equals(asset.id()))
                .findFirst();
    }

    @GET
    @Path("{id}/edit")
    public View edit(@Context Caller caller, @PathParam("id") String id) {
        Asset asset = assets.get(caller, id);
        access.require(caller, ASSET_EDIT, asset.center(), Asset.ref(id));
        return editing(
                caller,
                asset,
                AssetForm.filled(empty(caller, asset), asset.version(), files.text(caller, asset)));
    }

    private Form empty(Caller caller, Asset asset) {
        return AssetForm.empty(
                List.of(),
                suppliers(caller, asset.center()),
                mayShare(caller, Optional.of(asset.center())));
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response update(
            @Context Caller caller,
            @PathParam("id") String id,
            MultivaluedMap<String, String> sent) {
        Asset asset = assets.get(caller, id);
        access.require(caller, ASSET_EDIT, asset.center(), Asset.ref(id));
        Form form = empty(caller, asset).sent(sent);
        try {
            AssetDraft draft =
                    files.draft(
                            caller,
                            asset.center(),
                            AssetForm.text(form, List.copyOf(asset.facts().sharedWith())));
            Asset saved = assets.update(caller, id, form.version(), draft);
            return SeeOther.page(path(id), saved.facts().name() + " was saved.");
        } catch (Invalid e) {
            return Response.status(400).entity(editing(caller, asset, form.refused(e))).build();
        } catch (Conflict e) {
            return Response.status(409).entity(editing(caller, asset, taken(form))).build();
        } catch (Stale e) {
            return Response.status(412).entity(editing(caller, asset, form.overtaken(e))).build();
        }
    }

    private View adding(Caller caller, Form form, Optional<String> center) {
        return MapParts.view(
                        "Add a service or asset",
                        "assetform",
                        Map.of(
                                "form",
                                form,
                                "action",
                                MapParts.PATH,
                                "back",
                                MapParts.PATH,
                                "save",
                                "Add",
                                "center",
                                center.orElse(""),
                                "others",
                                others(caller, center.orElse(""))))
                .under(MapParts.LIST);
    }

    private View editing(Caller caller, Asset asset, Form form) {
        return MapParts.view(
                        "Edit " + asset.facts().name(),
                        "assetform",
                        Map.of(
                                "form", form,
                                "action", path(asset.id()),
                                "back", path(asset.id()),
                                "save", "Save",
                                "center", asset.center(),
                                "others", others(caller, asset.center())))
                .under(MapParts.LIST, new Link(asset.facts().name(), path(asset.id())));
    }

    private Map<String, String> others(Caller caller, String center) {
        Map<String, String> others = centers.names(caller);
        others.remove(center);
        return others;
    }

    private static String path(String id) {
        return Lists.path("service-map", id);
    }
}
