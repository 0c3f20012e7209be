package org.tieline.discussion.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;

/**
 * What a file is, by its name and its content together. What a computer would run is refused,
 * whichever of the two says so. A text is whatever can be read as one under a name that does no
 * harm; anything else must be what its name says.
 */
final class FileTypes {
    private static final MimeTypes KNOWN =
            MimeTypes.getDefaultMimeTypes(FileTypes.class.getClassLoader());

    /**
     * What a computer runs, installs or follows when somebody opens it, after what Outlook and
     * Windows block; and Office files that are there to carry macros.
     */
    private static final Set<String> PROGRAMS =
            words(
                    "ade adp ahk apk app appimage application appref-ms appx appxbundle arj asp"
                            + " aspx asx bas bash bat bgi cab cdxml chm class cmd com command cpl crx"
                            + " csh deb desktop dex diagcab dll dmg drv elf exe fish fxp gadget hlp hpj"
                            + " hta htc img inf ins ipa iqy iso isp jar jnlp js jse jsp ksh lib"
                            + " library-ms lnk lua mad maf mam maq mar mau mav maw mcf mda mde mdt mdw"
                            + " mdz mjs mpkg msc msh msh1 msh2 mshxml msi msix msixbundle msp mst ocx"
                            + " ops osd paf pcd phar php pif pkg pl plg prf prg ps1 ps1xml ps2 ps2xml"
                            + " psc1 psc2 psd1 psm1 py pyc pyo pyw pyz pyzw rb reg rpm run scf scr sct"
                            + " search-ms settingcontent-ms sh shb shs slk so swf sys theme themepack"
                            + " udl url vb vbe vbp vbs vhd vhdx vsmacros vxd wasm webloc website"
                            + " workflow ws wsb wsc wsf wsh xbap xll xnk zsh docm dotm ppam potm ppsm"
                            + " pptm sldm xla xlam xlm xlsm xltm");

    /** What a browser runs. */
    private static final Set<String> PAGES =
            words("htm html mht mhtml shtml svg svgz xht xhtml xsl xslt");

    /**
     * A kind of file.
     *
     * @param label what people call it
     * @param extensions the endings of its names
     * @param types what it can be by its content
     */
    private record Kind(String label, Set<String> extensions, Set<String> types) {
        boolean has(String type) {
            return types.contains(type) || types.contains(type.replaceFirst("/.*", "/*"));
        }
    }

    /** What is no text. Which of the types may be added at all is a setting. */
    private static final List<Kind> KINDS =
            List.of(
                    kind("a PDF document", "pdf", "application/pdf"),
                    kind(
                            "a picture",
                            "bmp gif heic heif jfif jpe jpeg jpg png tif tiff webp",
                            "image/*"),
                    kind(
                            "a sound or video recording",
                            "3gp aac aif aiff amr asf au avi flac flv m4a m4v mkv mov mp2 mp3 mp4"
                                    + " mpeg mpg oga ogg ogv opus ts vox wav webm wma wmv",
                            "audio/* video/* application/mp4 application/ogg"),
                    kind(
                            "a document of an office program",
                            "doc docx dot dotx odp ods odt ott pot potx pps ppsx ppt pptx"
                                    + " rtf vsd vsdx xls xlsb xlsx xlt xltx",
                            "application/msword application/rtf application/vnd.ms-excel"
                                    + " application/vnd.ms-powerpoint application/vnd.visio"
                                    + " application/vnd.ms-visio.drawing application/x-tika-ooxml"
                                    + " application/x-tika-msoffice"
                                    + " application/vnd.oasis.opendocument.presentation"
                                    + " application/vnd.oasis.opendocument.spreadsheet"
                                    + " application/vnd.oasis.opendocument.text"
                                    + " application/vnd.openxmlformats-officedocument"
                                    + ".presentationml.presentation"
                                    + " application/vnd.openxmlformats-officedocument"
                                    + ".spreadsheetml.sheet"
                                    + " application/vnd.openxmlformats-officedocument"
                                    + ".wordprocessingml.document"),
                    kind("a mail", "msg", "application/vnd.ms-outlook"),
                    kind(
                            "a network capture",
                            "cap pcap pcapng",
                            "application/vnd.tcpdump.pcap application/x-pcapng"),
                    kind("a compressed archive", "gz tgz zip", "application/gzip application/zip"));

    /** What a text is called by its ending; all others are plain text. */
    private static final List<Kind> TEXTS =
            List.of(
                    kind("mail", "eml", "message/rfc822"),
                    kind("a table", "csv", "text/csv"),
                    kind("a calendar", "ics", "text/calendar"),
                    kind("a log", "log", "text/x-log"),
                    kind("Markdown", "md markdown", "text/x-web-markdown"),
                    kind("settings", "conf cfg config", "text/x-config"),
                    kind("settings", "ini", "text/x-ini"),
                    kind("JSON", "json geojson", "application/json"),
                    kind("XML", "xml gpx kml", "application/xml"));

    private static final String PLAIN = "text/plain";
    private static final String WHAT_THEN = " If it must be added, put it into a zip file.";

    private FileTypes() {}

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(" ")).collect(Collectors.toUnmodifiableSet());
    }

    private static Kind kind(String label, String extensions, String types) {
        return new Kind(label, words(extensions), words(types));
    }

    /**
     * Returns the media type of a file that may be added.
     *
     * @param name as {@link FileNames} made it
     * @param allowed which media types may be added
     * @throws Invalid if it must not be added: what it is, and what can be done
     */
    static String of(Path file, String name, Predicate<String> allowed) throws IOException {
        String extension = FileNames.extension(name);
        if (PROGRAMS.contains(extension)) {
            throw refused(
                    "must not end with ." + extension + ": a computer would run it." + WHAT_THEN);
        }
        if (PAGES.contains(extension)) {
            throw refused(
                    "must not end with ."
                            + extension
                            + ": a browser would run what is in it. Save it as a PDF file or a"
                            + " picture."
                            + WHAT_THEN);
        }
        FileContent content = FileContent.of(file);
        content.program()
                .ifPresent(
                        what -> {
                            throw refused("is " + what + ", whatever its name says." + WHAT_THEN);
                        });
        Optional<Kind> named =
                KINDS.stream().filter(kind -> kind.extensions().contains(extension)).findFirst();
        String type =
                content.text() && named.isEmpty() ? text(extension) : binary(content, file, name);
        if (!allowed.test(type)) {
            throw refused("is of the type " + type + ", which cannot be added here." + WHAT_THEN);
        }
        requireNamed(type, extension, named);
        return type;
    }

    private static void requireNamed(String type, String extension, Optional<Kind> named) {
        Optional<Kind> is = KINDS.stream().filter(kind -> kind.has(type)).findFirst();
        if (!extension.isEmpty() && !is.equals(named)) {
            throw refused(
                    "is "
                            + is.map(Kind::label).orElse("a text")
                            + " ("
                            + type
                            + "), but its name ends with ."
                            + extension
                            + ". Rename it so that its name says what it is.");
        }
    }

    private static String text(String extension) {
        return TEXTS.stream()
                .filter(kind -> kind.extensions().contains(extension))
                .map(kind -> kind.types().iterator().next())
                .findFirst()
                .orElse(PLAIN);
    }

    /** Office documents are archives: which one, only the name says. */
    private static String binary(FileContent content, Path file, String name) throws IOException {
        if (content.pcapng()) {
            return "application/x-pcapng";
        }
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 17)) {
            return KNOWN.detect(in, metadata).getBaseType().toString();
        }
    }

    private static Invalid refused(String message) {
        return new Invalid(new FieldError("file", message));
    }
}
