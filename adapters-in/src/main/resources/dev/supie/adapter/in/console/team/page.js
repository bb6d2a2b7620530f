/** The page `/console/`. */

import { settle } from "../common/language.js";

settle();
