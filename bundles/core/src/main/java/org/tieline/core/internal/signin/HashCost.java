package org.tieline.core.internal.signin;

/**
 * What hashing a password with Argon2id costs.
 *
 * @param memory in KiB
 * @param passes over that memory
 * @param lanes computed side by side
 */
public record HashCost(int memory, int passes, int lanes) {
    boolean exceeds(HashCost other) {
        return memory > other.memory || passes > other.passes;
    }
}
