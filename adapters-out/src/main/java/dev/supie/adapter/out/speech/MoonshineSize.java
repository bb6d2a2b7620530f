package dev.supie.adapter.out.speech;

/// The two sizes of the English Moonshine model, each quantized to 8 bits.
enum MoonshineSize {
    /// 61 million weights: what is used while there is time.
    BASE("moonshine-base", 8, 52),

    /// 27 million weights: half the work, about twice the errors.
    TINY("moonshine-tiny", 6, 36);

    /// Attention heads of a layer, in both sizes.
    static final int HEADS = 8;

    private final String modelName;
    private final int layers;
    private final int headSize;

    MoonshineSize(String modelName, int layers, int headSize) {
        this.modelName = modelName;
        this.layers = layers;
        this.headSize = headSize;
    }

    /// In results, and the folder of its files.
    String modelName() {
        return modelName;
    }

    int layers() {
        return layers;
    }

    int headSize() {
        return headSize;
    }
}
