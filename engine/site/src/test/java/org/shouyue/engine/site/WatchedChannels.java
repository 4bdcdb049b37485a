package org.shouyue.engine.site;

import java.io.IOException;
import java.net.ProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;

/// The platform's channels, each of which says who asked for it.
public final class WatchedChannels extends SelectorProvider {
  private final SelectorProvider platform;

  public WatchedChannels() throws ReflectiveOperationException {
    Class<?> type = Class.forName("sun.nio.ch.DefaultSelectorProvider");
    platform = (SelectorProvider) type.getMethod("get").invoke(null);
  }

  @Override
  public DatagramChannel openDatagramChannel() throws IOException {
    WatchedRun.sayWho();
    return platform.openDatagramChannel();
  }

  @Override
  public DatagramChannel openDatagramChannel(ProtocolFamily family) throws IOException {
    WatchedRun.sayWho();
    return platform.openDatagramChannel(family);
  }

  @Override
  public Pipe openPipe() throws IOException {
    return platform.openPipe();
  }

  @Override
  public AbstractSelector openSelector() throws IOException {
    return platform.openSelector();
  }

  @Override
  public ServerSocketChannel openServerSocketChannel() throws IOException {
    WatchedRun.sayWho();
    return platform.openServerSocketChannel();
  }

  @Override
  public SocketChannel openSocketChannel() throws IOException {
    WatchedRun.sayWho();
    return platform.openSocketChannel();
  }
}
