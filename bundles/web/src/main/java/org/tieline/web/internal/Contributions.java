package org.tieline.web.internal;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.tieline.web.PageFiles;
import org.tieline.web.Wording;

/** Takes in the files and the words that other bundles bring, for as long as they are there. */
@Component(
        service = {},
        immediate = true)
public final class Contributions {
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addFiles(PageFiles files) {
        Assets.ALL.add(files);
    }

    void removeFiles(PageFiles files) {
        Assets.ALL.remove(files);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addWording(Wording wording) {
        Labels.add(wording);
    }

    void removeWording(Wording wording) {
        Labels.remove(wording);
    }
}
