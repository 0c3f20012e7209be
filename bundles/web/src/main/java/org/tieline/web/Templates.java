package org.tieline.web;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.util.Map;

/** The JTE templates of one bundle, compiled when the bundle was built. Thread-safe. */
public final class Templates {
    private final TemplateEngine engine;

    private Templates(TemplateEngine engine) {
        this.engine = engine;
    }

    /**
     * @param owner a class of the bundle
     * @param packageName the package into which the build compiled the templates
     */
    public static Templates of(Class<?> owner, String packageName) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(owner.getClassLoader());
        try {
            return new Templates(
                    TemplateEngine.createPrecompiled(
                            null, ContentType.Html, owner.getClassLoader(), packageName));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Returns what a template makes of its parameters, when it is written out. */
    public Content content(String template, Map<String, Object> parameters) {
        return output -> engine.render(template, parameters, output);
    }
}
