// Builds and packs the extension as a .vsix for a desktop editor.
//   npm run package        then: code --install-extension asmoscope-….vsix
import { install, run, tool } from "./install.mjs";

install();
run("node", ["scripts/build.mjs", "--production"]);
run(tool("vsce"), ["package", "--no-dependencies", "--allow-missing-repository", "--no-rewrite-relative-links"]);
