package org.tieline.discussion.internal;

/** The keys of {@code etc/org.tieline.discussion.cfg}. */
public @interface AttachmentConfig {
    String PID = "org.tieline.discussion";

    /** The most that {@code attachment.max.bytes} may be. */
    long CEILING = 100L << 20;

    long attachment_max_bytes() default 25L << 20;

    String attachment_types() default
            "application/gzip, application/json, application/mp4, application/msword,"
                    + " application/ogg, application/pdf,"
                    + " application/rtf, application/vnd.ms-excel, application/vnd.ms-outlook,"
                    + " application/vnd.ms-powerpoint,"
                    + " application/vnd.oasis.opendocument.presentation,"
                    + " application/vnd.oasis.opendocument.spreadsheet,"
                    + " application/vnd.oasis.opendocument.text,"
                    + " application/vnd.openxmlformats-officedocument.presentationml.presentation,"
                    + " application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,"
                    + " application/vnd.openxmlformats-officedocument.wordprocessingml.document,"
                    + " application/vnd.ms-visio.drawing, application/vnd.tcpdump.pcap,"
                    + " application/vnd.visio, application/x-pcapng, application/xml,"
                    + " application/zip, audio/*,"
                    + " image/bmp, image/gif, image/heic, image/jpeg, image/png, image/tiff,"
                    + " image/webp, message/rfc822, text/calendar, text/csv, text/plain,"
                    + " text/x-config, text/x-ini, text/x-log, text/x-web-markdown, video/*";
}
