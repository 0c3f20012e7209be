package org.tieline.problem.internal.incident;

/** NENA's categories of service interruption, the loss of service in full and in part apart. */
public enum InterruptionCategory {
    FULL_LOSS_OF_SERVICE,
    PARTIAL_LOSS_OF_SERVICE,
    LOSS_OF_FACILITY,
    ISOLATED_CENTRAL_OFFICE,
    ISOLATED_END_OFFICE,
    LOSS_OF_CENTRAL_OFFICE,
    LOSS_OF_SELECTIVE_ROUTER,
    LOSS_OF_DATABASE,
    LOSS_OF_LOCATION_NODE,
    OTHER
}
