"use strict";

var Contoso = window.Contoso || {};

Contoso.Parcel = {
  onLoad: function (context) {
    context.getFormContext().getControl("contoso_name").setFocus(); // built
  },
};
