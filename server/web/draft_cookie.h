// What a fan typed at the checkout, kept in a cookie of their own browser for half an hour: a new hold finds it again.
#pragma once

#include "server/http/request.h"
#include "server/web/hold_html.h"

namespace parterre::web {

std::string draftCookie(const CheckoutDraft& draft); // value of a Set-Cookie header
std::string forgetDraftCookie();
// Name and address; empty when there is none or it is not of this form.
CheckoutDraft draftFromCookie(const http::Request& request);

} // namespace parterre::web
