package coop.laborfund.projections.finding;

/** One group of findings. */
abstract class Check extends Keeping {

    /** Says what there is to say on the day that is asked about; changes nothing, so that more may be added after it. */
    abstract void tell(View view, Report report);
}
