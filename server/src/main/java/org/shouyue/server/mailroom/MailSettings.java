package org.shouyue.server.mailroom;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where mail comes in.
///
/// @param host the IMAP server whose mailbox is looked into; null to look into none
/// @param port 993 for TLS, usually 143 without
/// @param tls whether the connection begins with TLS
/// @param folder where new mail lies
/// @param every how long between two looks, in real time
/// @param token what a mail gateway shows to hand mail in; null to take none without a session
@ConfigurationProperties("shouyue.mail")
record MailSettings(
    @Nullable String host,
    @DefaultValue("993") int port,
    @DefaultValue("true") boolean tls,
    @DefaultValue("") String user,
    @DefaultValue("") String password,
    @DefaultValue("INBOX") String folder,
    @DefaultValue("PT30S") Duration every,
    @Nullable String token) {}
