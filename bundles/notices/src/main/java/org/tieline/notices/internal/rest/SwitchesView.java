package org.tieline.notices.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** How the caller is told about each topic there is. */
@Schema(name = "NoticeSwitches")
public record SwitchesView(List<SwitchView> items) {}
