package org.tieline.http;

import java.net.URI;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Where people reach this installation: {@code public.url} of etc/org.tieline.http.cfg. */
@ProviderType
public interface PublicUrl {
    /** Scheme, host and port; empty if it is not configured. */
    Optional<URI> publicUrl();
}
