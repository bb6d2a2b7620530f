package dev.supie.bootstrap.evaluation;

/// Shows results, each as soon as it is there: a model may take minutes for all of them.
interface ResultPrinter {

    /// @param scored who writes the minutes, for people
    void begin(String scored);

    void print(MeetingResult result);

    void end(Totals totals);
}
