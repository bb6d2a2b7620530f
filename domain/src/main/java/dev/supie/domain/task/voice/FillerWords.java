package dev.supie.domain.task.voice;

import java.util.ArrayList;
import java.util.List;

/// What people, and recognizers, put into a command without meaning anything by it.
final class FillerWords {

    private static final List<String> CHINESE =
            words(
                    """
                    请 请问 麻烦 麻烦你 请你 劳驾 拜托 帮 帮我 帮忙 帮我把 你帮我 你好 您好 给我 我 我们 咱们 我要
                    我想 我想要 想要 想 要 我现在 那 那么 那个 这 这个 这条 这项 该 嗯 呃 额 啊 哦 噢 喔 呀 吧 呢 啦 嘛 哈 哎 诶
                    欸 喂 嘿 了 的 得 地 一下 一下子 一个 一项 把 将 给 就 就是 现在 立刻 立即 赶紧 先 再 再来 也 都 好 好的
                    好啦 好吧 好了 好吗 行 行吗 可以 可以吗 可不可以 能 能不能 可否 小智 小智小智 你好小智 助手
                    谢谢 谢谢你 谢 多谢 感谢 看看 看一下 看一看 然后 接着 所以 其实 对 对了 任务 列表 工作 清单 下一个 下个
                    下一条 下一项 别的 另一个 新 新的 最新 最新的 不好意思 没问题 没事 对不起 抱歉 不过 不错 收到 明白 了解 已经
                    刚刚 刚才 终于 我的 自己 手上 手头 手上的 手头的 目前 当前 当前的 ok okay
                    """);

    private static final List<String> ENGLISH =
            words(
                    """
                    please pls hey hi hello ok okay um umm uh uhm er erm hmm hm ah oh well so now then just and but
                    also too the a an this that these it its as to my me i im ill id ive have us lets let we one ones
                    more another new next some with of yes yeah yep sure alright right thanks thank kindly
                    actually quickly really basically maybe like want need would could can may will going gonna
                    wanna gotta go ahead here there again for task tasks list xiaozhi assistant computer
                    badge item job ticket everyone guys folks sir already finally currently open
                    """);

    private static final List<String> EXPRESSIONS =
            List.of(
                    "i would like to",
                    "no problem",
                    "no worries",
                    "not a problem",
                    "you know",
                    "can you",
                    "could you",
                    "would you",
                    "will you",
                    "kind of",
                    "sort of",
                    "thank you",
                    "wait a second",
                    "just a second",
                    "one second",
                    "one moment",
                    "at once",
                    "why not",
                    "why don't i",
                    "do it");

    static final WordTree TREE = tree();

    private FillerWords() {}

    private static WordTree tree() {
        List<String> all = new ArrayList<>(CHINESE);
        all.addAll(ENGLISH);
        all.addAll(EXPRESSIONS);
        return WordTree.of(all);
    }

    private static List<String> words(String table) {
        return List.of(table.strip().split("\\s+"));
    }
}
