package dev.supie.adapter.out.llm;

import java.util.List;

/// Talk that keeps a meeting going and says nothing.
final class Fillers {

    private static final Phrases TABLE =
            new Phrases.Table()
                    .add(
                            Cue.NOTHING,
                            """
                            嗯|嗯嗯|好|好的|好吧|好啊|好嘞|行|行吧|可以|对|对对|对的|是|是的|是啊|没错|哦|噢|啊|呃|那个|这个
                            就是说|然后|没问题|收到|明白|了解|知道了|谢谢|谢谢大家|多谢|辛苦了|大家辛苦了|大家好|你好|大家早|早
                            早上好|下午好|大家早上好|听得到|听得到吗|能听到吗|喂|哈哈|哈|再见|拜拜|散会|开始吧|那就这样|就这样
                            先这样|没有了|没了|不客气|当然|哎|唉|吧|呢|吗|我们开始吧|同意|都同意|我同意|我也同意|大家同意|一致同意
                            定了|那就这么定|就这么定|就这么定了|决定了|那好|大家都到了吗|今天先到这里|今天就到这里
                            """)
                    .add(
                            Cue.NOTHING,
                            """
                            ok|okay|yeah|yes|yep|yup|right|sure|alright|all right|good|great|perfect|cool|fine|nice|thanks
                            thank you|thank you all|thank you everyone|thanks all|thanks everyone|um|uh|er|hm|hmm|mhm|ah|oh
                            well|so|and|but|like|you know|i mean|exactly|of course|absolutely|no problem|got it|i see|hello
                            hi|hey|hello everyone|hi everyone|hi all|hello all|good morning|good morning everyone|everyone|bye
                            good afternoon|goodbye|bye bye|see you|talk to you next week|see you next week|see you tomorrow
                            can you hear me|can everyone hear me|is everyone here|let us start|let us begin|makes sense|agreed
                            sounds good|that is fine|that is it|go ahead|no|nope|not really|maybe|interesting|too|all|now|then
                            """)
                    .phrases();

    private Fillers() {}

    /// True if every word is filler; also if there are no words at all.
    static boolean fill(List<Word> words) {
        int covered = TABLE.in(words).stream().mapToInt(match -> match.to() - match.from()).sum();
        return covered == words.size();
    }
}
