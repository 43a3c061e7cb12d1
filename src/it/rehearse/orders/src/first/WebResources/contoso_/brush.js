"use strict";
// brushes
