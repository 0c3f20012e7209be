package org.tieline.web;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import java.util.Map;

/** The JTE templates of one bundle, compiled when the bundle was built. Thread-safe. */
public final class Templates {
    private final ClassLoader loader;
    private final TemplateEngine engine;

    private Templates(ClassLoader loader, String packageName) {
        this.loader = loader;
        this.engine = TemplateEngine.createPrecompiled(null, ContentType.Html, loader, packageName);
    }

    /**
     * @param owner a class of the bundle
     * @param packageName the package into which the build compiled the templates
     */
    public static Templates of(Class<?> owner, String packageName) {
        return new Templates(owner.getClassLoader(), packageName);
    }

    /** Returns what a template makes of its parameters, when it is written out. */
    public Content content(String template, Map<String, Object> parameters) {
        return output -> render(template, parameters, output);
    }

    /** JTE looks for the compiled template through the thread's loader, at its first use. */
    private void render(String template, Map<String, Object> parameters, TemplateOutput output) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            engine.render(template, parameters, output);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
