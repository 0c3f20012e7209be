package org.tieline.store;

/**
 * What a record says of a file that goes with it.
 *
 * @param path where it lies, relative to the folder of files, with {@code /} between its parts
 * @param size in bytes
 * @param sha256 of its content, in lower-case hexadecimal digits
 * @param name what people call it
 */
public record FileReference(String path, long size, String sha256, String name) {}
