package dev.supie.adapter.out.llm;

/// What stands round everything in a prompt that is data: nobody who does not know its name can
/// write its end.
///
/// @param name random for each prompt
record Fence(String name) {

    String opening() {
        return "<<<DATA " + name + ">>>";
    }

    String closing() {
        return "<<<END " + name + ">>>";
    }

    /// The data, which must not have anything in it that looks like a fence ([PlainText#unframed]).
    String round(String data) {
        return opening() + "\n" + data + "\n" + closing();
    }
}
