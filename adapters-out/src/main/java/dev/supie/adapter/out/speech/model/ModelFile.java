package dev.supie.adapter.out.speech.model;

/// A file of a speech model, pinned to the byte.
///
/// @param path where it is in a folder of models
/// @param packed where it is in the package
public record ModelFile(String path, String packed, long bytes, String sha256) {

    public static final ModelFile BASE_ENCODER =
            new ModelFile(
                    "moonshine-base/encoder_model.onnx",
                    "package/dist/model/base/quantized/encoder_model.onnx",
                    20_513_063,
                    "1dd9ab0a7f987113d30affcba5a068d11c8f90fa0223caa3e491ade431ad9751");

    public static final ModelFile BASE_DECODER =
            new ModelFile(
                    "moonshine-base/decoder_model_merged.onnx",
                    "package/dist/model/base/quantized/decoder_model_merged.onnx",
                    42_498_870,
                    "cc9f3cd6698a369c6008b41aa60aa3fb3322e7f03c9bdf19d8e6b7200afca4f3");

    public static final ModelFile TINY_ENCODER =
            new ModelFile(
                    "moonshine-tiny/encoder_model.onnx",
                    "package/dist/model/tiny/quantized/encoder_model.onnx",
                    7_937_661,
                    "c6fc4b7bc5af75c0591fd157a1f3829b533d18e9769a888fd95a62e470dd4f4a");

    public static final ModelFile TINY_DECODER =
            new ModelFile(
                    "moonshine-tiny/decoder_model_merged.onnx",
                    "package/dist/model/tiny/quantized/decoder_model_merged.onnx",
                    20_243_286,
                    "eed87831c3a6103534aae7d47a5d485025c659a1323901513961c39fe8a1a367");
}
