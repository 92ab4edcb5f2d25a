// What a fan typed and chose at the checkout, kept in a cookie of their own browser for half an hour: the same page
// finds it again after more time or a declined payment, and so does a new hold.
#pragma once

#include "server/http/request.h"
#include "server/web/hold_html.h"

namespace parterre::web {

std::string draftCookie(const CheckoutDraft& draft); // value of a Set-Cookie header
std::string forgetDraftCookie();
// Empty when there is none or it is not of this form.
CheckoutDraft draftFromCookie(const http::Request& request);

} // namespace parterre::web
