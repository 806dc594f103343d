package coop.laborfund.api.jobs;

/** A job as it stands; each kind says how far it is in its own terms. */
public sealed interface JobStanding permits JobAnswer, RollUpJobAnswer {

    String id();

    JobState state();
}
